import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { draftMeeting, replyBy, type Draft } from '../../../src/core/draft/draft.ts'
import { KINDS, divideMinutes, kindOf, type KindId } from '../../../src/core/draft/kinds.ts'
import { parse } from '../../../src/core/meeting/parse.ts'
import { slugOf } from '../../../src/core/meeting/slug.ts'
import type { Language } from '../../../src/core/messages/message.ts'
import { render } from '../../../src/core/messages/render.ts'
import { CONFIG, judge } from '../../support/rule.ts'

const DRAFT: Omit<Draft, 'title'> = { day: '2026-12-03', clock: '14:00', zone: 'Asia/Shanghai', duration: 60, organizer: 'li-lei', required: ['han-meimei', 'wang-wei'], rsvp: '2026-12-02 12:00', room: '3A' }
const TITLES: Readonly<Record<KindId, { readonly en: string; readonly zh: string }>> = {
  decision: { en: 'Rollback of search release 5.2', zh: '搜索 5.2 版本是否回退' }, review: { en: 'Contract with Nair Logistics, version 3', zh: '奈尔物流合同第三版评审' },
  planning: { en: 'Search platform work for January 2027', zh: '2027 年 1 月搜索平台开发任务选定' }, 'one-to-one': { en: 'Han Meimei: Q1 goal of the budget tool', zh: '韩梅梅：预算工具一季度目标' },
  retrospective: { en: 'Retrospective of the Q4 budget round', zh: '第四季度预算编制复盘' }, incident: { en: 'Search returns no results since 09:10', zh: '搜索服务 9:10 起无结果' },
  board: { en: 'Board meeting on the 2027 budget', zh: '2027 年度预算与新章程审议' }, partner: { en: 'Payment terms of the contract with Nair Logistics', zh: '奈尔物流合同付款条款' },
  'short-notice': { en: 'Answer to the customs office on shipment 4711', zh: '就 4711 号货物答复海关' },
}

/** What somebody sensible writes for what a template leaves open. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'what exactly': 'the rollback of release 5.2', 'option a': 'a rollback to 5.1', 'option b': 'two more index nodes', 'the proposal': 'docs/search-latency.md', 'the figures that bind us': '400 ms and 12,000 euros a month',
  'the document or release': 'version 3 of the contract', date: '2026-12-10', 'the sections in dispute': 'sections 4 and 7', 'the period': 'January 2027', 'the capacity': '60 person-days', 'the list of candidates': 'the January sheet',
  number: 'three', 'the goal of the quarter': 'the budget tool', 'the obstacle': 'no access to the ledger', 'the board': 'the Q4 board', 'the service': 'the search service', 'the customers': 'the eleven shops', time: '11:00',
  'time of the first alarm': '09:10', 'remedy a': 'a restart of the index', 'remedy b': 'the copy of last night', 'the motions': 'the 2027 budget and the new bylaws', 'the financial year or quarter': 'the financial year 2027',
  'date of the last meeting': '2026-09-10', 'the board papers': 'the 2027 budget papers', 'the open points': 'payment terms and liability', 'the contract or project': 'the logistics contract', 'the partner': 'Nair Logistics',
  'the draft': 'version 3 of the contract', 'the one question': 'the tariff code of shipment 4711', 'the deadline': 'Friday 12:00', 'what happens at the deadline': 'the shipment goes back', 'why they are asked': 'knows the shipment',
  具体事项: '搜索 5.2 版本是否回退', 方案一: '回退到 5.1', 方案二: '增加两个索引节点', 方案材料: 'docs/search-latency.md', 必须遵守的数字: '延迟 400 毫秒，每月 1.2 万元', 文件或版本: '合同第三版', 日期: '12 月 10 日', 有争议的章节: '第四条和第七条',
  时间段: '2027 年 1 月', 可用工时: '60 人天', 候选清单: '1 月候选清单', 几: '三', 季度目标: '预算工具', 具体障碍: '没有账务系统权限', 看板: '四季度看板', 服务: '搜索服务', 客户: '十一家门店', 时刻: '11:00', 首次告警时间: '9:10',
  议案: '2027 年度预算和新章程', 财年或季度: '2027 财年', 上次会议日期: '2026-09-10', 会议文件: '2027 年度预算文件', 未决事项: '付款条款和违约责任', 合同或项目: '物流合同', 合作方: '奈尔物流', 草案: '合同第三版',
  唯一的问题: '4711 号货物的税则号', 截止时间: '周五 12:00', 到期会发生什么: '货物将被退运', 邀请理由: '熟悉这批货物',
}

const filled = (text: string): string => text.replace(/‹([^›]*)›|〈([^〉]*)〉/g, (_, en?: string, zh?: string) => EXAMPLES[(en ?? zh ?? '').toLowerCase()] ?? assert.fail(`no example for ${en ?? zh ?? ''}`))
const draftOf = (id: KindId, language: Language): { readonly text: string; readonly title: string } => {
  const kind = kindOf(id)
  assert.ok(kind !== undefined)
  const title = TITLES[id][language]
  const partner = id === 'partner' ? { required: ['han-meimei', 'priya'], room: undefined, link: 'https://zoom.us/j/1', backupLink: 'https://meet.google.com/a' } : {}
  return { title, text: draftMeeting({ ...DRAFT, title, duration: kind.minutes, ...partner, ...(kind.urgency === 'urgent' ? { rsvp: '2026-12-03 12:00' } : {}) }, language, kind) }
}

describe('templates for kinds of meeting', () => {
  for (const { id } of KINDS) {
    for (const language of ['en', 'zh'] as const) {
      it(`${id} in ${language}: filled in, it has no error and no warning`, () => {
        const text = filled(draftOf(id, language).text)
        const found = judge(text, { config: `${CONFIG}policy:\n  channels: { normal: { normal: [mail], urgent: [mail] }, high: { normal: [mail, github], urgent: [mail, github] } }\n` }).filter(({ severity }) => severity !== 'info')
        assert.deepEqual(found.map((each) => `${each.rule}: ${render(each.message, each.data ?? {}, 'en')}`), [], text)
      })
      it(`${id} in ${language}: is read as it is meant, and its times fill the meeting`, () => {
        const { text, title } = draftOf(id, language)
        const { meeting, problems } = parse(text)
        assert.deepEqual(problems, [])
        assert.equal(meeting.language, language)
        assert.equal(meeting.fields.title?.value, title)
        const kind = kindOf(id)
        assert.equal(meeting.agenda?.items.length, kind?.shares.length)
        assert.equal((meeting.agenda?.items ?? []).reduce((sum, each) => sum + (each.minutes?.value ?? 0), 0), kind?.minutes)
        assert.ok(meeting.minutes?.attendance && meeting.minutes.discussion && meeting.minutes.decisions && meeting.minutes.actions)
      })
    }
  }
  it('asks for what is left open: unfilled, every template but for its words has a placeholder', () => {
    for (const { id } of KINDS) for (const language of ['en', 'zh'] as const) assert.ok(judge(draftOf(id, language).text).some(({ rule }) => rule === 'clear-wording' || rule === 'definite-purpose'), `${id} ${language}`)
  })
  it('has a file for every kind and language, and none besides', () => {
    const files = readdirSync('templates/meeting').filter((name) => !/^(?:head|minutes)\./.test(name)).sort()
    assert.deepEqual(files, KINDS.flatMap(({ id }) => [`${id}.en.hbs`, `${id}.zh.hbs`]).sort())
  })
  it('writes hostile words as words', () => {
    const title = '{{id}} --- "x": #1\n- y'.replace('\n', ' ')
    const { meeting, problems } = parse(draftMeeting({ ...DRAFT, title, organizer: '@octocat', required: ['@hubot'], optional: ['tom'] }, 'en', kindOf('decision')))
    assert.deepEqual(problems, [])
    assert.equal(meeting.fields.title?.value, title)
    assert.deepEqual(meeting.fields.required?.value.map(({ value, form }) => [value, form]), [['hubot', 'login']])
    assert.equal(meeting.fields.optional?.value.length, 1)
  })
})

describe('the time of a template', () => {
  it('is divided whole, no part empty', () => fc.assert(fc.property(fc.integer({ min: 5, max: 480 }), fc.constantFrom(...KINDS.map(({ shares }) => shares)), (minutes, shares) => {
    const parts = divideMinutes(minutes, shares)
    const sum = parts.reduce((all, each) => all + each, 0)
    assert.ok(parts.every((each) => each >= 1) && sum <= minutes && sum > minutes - 5, `${minutes}: ${parts.join()}`)
  })))
  it('gives answers a day, or two hours where the matter is urgent, while there is so much', () => {
    assert.equal(replyBy('2026-12-03T14:00', '2026-11-24T09:00', false), '2026-12-02 14:00')
    assert.equal(replyBy('2026-12-03T14:00', '2026-12-02T20:00', false), '2026-12-03 02:00')
    assert.equal(replyBy('2026-12-03T14:00', '2026-12-03T09:00', true), '2026-12-03 12:00')
    assert.equal(replyBy('2026-12-03T14:00', '2026-12-03T12:30', true), '2026-12-03 13:00')
  })
  it('names a file by its title', () => {
    assert.equal(slugOf('Q2: budget / split?'), 'q2-budget-split')
    assert.equal(slugOf('../..'), 'meeting')
  })
})
