import assert from 'node:assert/strict'
import { proposed } from '../../support/import.ts'

const HEAD = '# Sync 2026-03-05\n\n## Present\n- Ann Lee\n- Bob Ray\n- 王伟\n\n## Agenda\n- Budget\n\n## Notes\n\n'
const FIRST = HEAD.split('\n').length

/** What is found of one kind below a list of those present, lines counted from the text given. */
function of(kind: 'actions' | 'decisions', text: string, expected: string[]): void {
  const found = proposed(HEAD + text)[kind] ?? []
  assert.deepEqual((Array.isArray(found) ? found : [found]).map((each) => each.replace(/@(\d+)/, (_, line: string) => `@${Number(line) - FIRST + 1}`)), expected)
}

describe('actions in the forms people write', () => {
  const forms: [string, string, string[]][] = [
    ['a label in any dress', '**Action:** send the draft\n\n- [TODO] book the room\n- TODO(ann): book the flight\n- ACTION-12: Ann to write the guide\n- 【待办】整理清单\n- 行动项：更新主页\n', ['send the draft @1', 'book the room @3', 'book the flight | ann @4', 'Ann to write the guide | Ann @5', '整理清单 @6', '更新主页 @7']],
    ['a dash behind capitals', '- ACTION – Bob to send the draft\n- Action – reaction in plays\n', ['Bob to send the draft | Bob @1']],
    ['behind a sentence', '- We keep both. ACTION: Ann to say so in the guide\n', ['Ann to say so in the guide | Ann @1']],
    ['several people', '- Ann and Bob to write the guide\n- Ann/Bob to test it\n- Ann and the rest to follow\n', ['Ann and Bob to write the guide | Ann | Bob @1', 'Ann/Bob to test it | Ann | Bob @2']],
    ['somebody says it of themselves', '- Bob: action item to look at the numbers\n', ['look at the numbers | Bob @1']],
    ['next steps of a topic: what is done, not what is said', '- Website\n  - Next steps:\n    - Update the start page\n    - it was slow last year\n    - Bob to ask the designers\n', ['Update the start page @3?', 'Bob to ask the designers | Bob @5?']],
    ['someone in charge, in brackets', '- Move the mirror (owner: Ann)\n- 迁移镜像（负责人：王伟）\n', ['Move the mirror | Ann @1', '迁移镜像 | 王伟 @2']],
    ['Chinese: who was there and takes it on', '- 王伟负责整理清单\n- 王伟负责的模块很稳定\n- 李雷负责整理清单\n', ['王伟负责整理清单 | 王伟 @1?']],
    ['a box with somebody who was there behind it', '- [ ] Renew the certificate – Bob Ray\n- [ ] Renew the certificate – Long Story\n', ['Renew the certificate – Bob Ray | Bob Ray @1?']],
  ]
  const more: [string, string, string[]][] = [
    ['an action given to somebody', '- AI to Ann - ask the two groups\n- Action is to book the hall\n', ['ask the two groups | Ann @1', 'book the hall @2']],
    ['a mark behind it', '- Look up the two features... (TODO: Bob)\n', ['Look up the two features | Bob @1']],
    ['whoever speaks takes it on', '- Bob: To check the contract.\n- Bob: To clarify: if they agree, we can go on.\n', ['To check the contract. | Bob @1']],
    ['Chinese: 责任人 behind dashes', '1、整理清单（2026.4.15）责任人——王伟\n', ['整理清单 | 王伟 | 2026-04-15 @1']],
    ['below a heading of open points: names behind dashes, also in headings, and marks as anywhere', '## 遗留问题\n#### 1. 收集样例 --李雷\n- 确认字号 --- 李雷\n- 样例列表\n- TODO: 更新主页\n', ['收集样例 | 李雷 @2?', '确认字号 | 李雷 @3?', '更新主页 @5']],
    ['Chinese: a name behind dashes, of somebody who was there', '- 推动落地---王伟\n- 推动落地---李雷\n', ['推动落地 | 王伟 @1?']],
    ['points set in so far that Markdown takes them for code', '1、筹备\n\n    1) 更新主页，责任人：王伟\n\n    https://example.org\n', ['更新主页 | 王伟 @3']],
  ]
  for (const [name, text, expected] of [...forms, ...more]) it(name, () => of('actions', text, expected))

  it('a section that lists them by person', () => of('actions', '## Action items\n\n- Ann\n  - write the guide\n  - book the room\n- Bob:\n  - test it\n', ['write the guide | Ann @4', 'book the room | Ann @5', 'test it | Bob @7']))
  it('a section of lines without marks', () => of('actions', '## Actions from this meeting\n\nAnn: write the guide\n\nBob to test it\n\nThese were hard to agree on.\n', ['Ann: write the guide | Ann @3', 'Bob to test it | Bob @5']))
  for (const heading of ['Action Items & Owners', 'Actions arising', 'Summary of Action Items', 'Action items / Next steps', '行动项列表', '会后待办', '任务分工']) {
    it(`below “${heading}”`, () => of('actions', `## ${heading}\n\n- Write the guide\n`, ['Write the guide @3']))
  }
})

describe('decisions in the forms people write', () => {
  const forms: [string, string, string[]][] = [
    ['labels', '- AGREED: keep the name\n- Decision 2: drop the old API\n- Decision (unanimous): ship in May\n- [RESOLVED] close the poll\n- 【决议】采用新标志\n- 会议决定：每月一次\n', ['AGREED: keep the name @1', 'Decision 2: drop the old API @2', 'Decision (unanimous): ship in May @3', '[RESOLVED] close the poll @4', '【决议】采用新标志 @5', '会议决定：每月一次 @6']],
    ['capitals and a dash', '- DECISION – keep the name\n', ['DECISION – keep the name @1']],
    ['within a sentence', '- After some talk we agreed to keep the name\n- Based on the poll, it was decided to meet on Mondays\n- The mirror – agreed to move it\n', ['After some talk we agreed to keep the name @1?', 'Based on the poll, it was decided to meet on Mondays @2?', 'The mirror – agreed to move it @3?']],
    ['against something', '- We decided not to rename it\n', ['We decided not to rename it @1?']],
    ['consensus', '- Rough consensus to move on\n- Ann: Consensus to reopen the issue\n', ['Rough consensus to move on @1?', 'Ann: Consensus to reopen the issue @2?']],
    ['a point that agrees, puts off, or has passed', 'Topic 1: Mirror\n- 1. Agree the proposal\n- 2. Postpone to next time.\n- 3. 默认模式评审通过\n- The council is in agreement.\n', ['Agree the proposal @2?', 'Postpone to next time. @3?', '默认模式评审通过 @4?', 'The council is in agreement. @5?']],
    ['a vote', '- The charter is unanimously approved\n- Motion carries\n', ['The charter is unanimously approved @1?', 'Motion carries @2?']],
    ['what only sounds like one', '- If we agreed to keep it, what then?\n- Once the proposal is accepted we move on\n- The talk was accepted but moved\n- Bob: they agreed to nothing of that\n- Last week it was decided to wait\n', []],
    ['an approval that goes on below', '结论：\n同意成立新的小组：\n1、名称待定。\n', ['同意成立新的小组： @2', '名称待定。 @3']],
  ]
  for (const [name, text, expected] of forms) it(name, () => of('decisions', text, expected))
})
