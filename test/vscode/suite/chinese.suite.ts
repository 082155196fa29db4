import { assert } from 'chai'
import * as vscode from 'vscode'
import { complaint, fixes, labelOf, open, placeOf, proposals, until } from './editor.ts'
import { clear, extension, rowsOf, savedAs, writeMeeting } from './extension.ts'
import { HOUR, MINUTE, meetingAt, minutes } from './meetings.ts'
import { withPerson } from './person.ts'

const HAN = /[\u4e00-\u9fff]/
const DRAFT = 'meetings/drafts/gongzuo-huiyi.md'

describe('what the editor says, in Chinese', () => {
  it('complaints and fixes', async () => {
    const editor = await open(DRAFT)
    const found = await complaint(editor, 'humane-time')
    assert.match(found.message, HAN)
    for (const each of await fixes(editor, found)) assert.match(each.title, HAN)
  })

  it('completion', async () => {
    const editor = await open(DRAFT)
    const found = await proposals(editor, placeOf(editor.document, 'wang-wei', 2))
    assert.ok(found.some((each) => labelOf(each).includes('wang-wei')))
  })

  it('the views, their badges and the status bar', async () => {
    const { shown } = await extension()
    await writeMeeting('meetings/zh/running.md', meetingAt(Date.now() - 20 * MINUTE, 'zh-running', { title: '5.2 版回滚' }))
    await writeMeeting('meetings/zh/over.md', meetingAt(Date.now() - 30 * HOUR, 'zh-over', {}, minutes('@ana-ruiz 写回滚方案 📅 2020-02-03', '没有人负责的事')))
    try {
      const groups = await until('groups', async () => {
        const found = await rowsOf('convoke.meetings')
        return found[0]?.rows.some(({ label }) => /^进行中，还剩 \d+ 分钟 {2}5\.2 版回滚$/.test(label)) && found
      })
      assert.equal(groups[0]?.label, '今天')
      for (const each of groups) assert.match(each.item.accessibilityInformation?.label ?? '', /^[\u4e00-\u9fff]+，\d+ 场会议$/)
      const owners = await rowsOf('convoke.actions')
      assert.match(owners.find(({ label }) => label === 'Ana Ruiz')?.rows[0]?.description ?? '', /^已逾期，截止 .*周/)
      assert.match(owners.at(-1)?.label ?? '', HAN)
      for (const view of ['convoke.meetings', 'convoke.actions']) assert.match(shown.trees.get(view)?.view.badge?.tooltip ?? '', HAN)
      assert.match(shown.entries.get('convoke.next')?.accessibilityInformation?.label ?? '', /^下一场会议：5\.2 版回滚/)
    } finally {
      await clear('meetings/zh')
    }
  })

  it('a running meeting, from the pre-flight list to its minutes', async () => {
    const { uri } = await writeMeeting('meetings/zh/live.md', meetingAt(Date.now() - MINUTE, 'zh-live'))
    const { shown } = await extension()
    try {
      await withPerson([[/线上会议开始前/, ['会议软件', '声音', '视频', '屏幕共享', '共享权限', '备用网络']], [/计时已启动/, undefined], [/点名/, ['Tom Becker', 'Emma Clarke']], [/Ana Ruiz 缺席/, '会后发送纪要']],
        async () => vscode.commands.executeCommand('convoke.startMeeting', uri))
      assert.match(shown.entries.get('convoke.live')?.text ?? '', /1\/3 .*分钟.*会议/)
      await withPerson([[/分钟/, undefined]], async () => vscode.commands.executeCommand('convoke.stopMeeting'))
      // The file is written in the meeting's own language, whatever the editor's is.
      await savedAs('meetings/zh/live.md', /### Action items/)
    } finally {
      await clear('meetings/zh')
    }
  })

  it('the plan', async () => {
    const { uri } = await writeMeeting('meetings/zh/plan.md', meetingAt(Date.now() + 480 * HOUR, 'zh-plan'))
    try {
      await vscode.commands.executeCommand('convoke.plan', uri)
      const shown = await until('plan', () => vscode.workspace.textDocuments.find((each) => each.uri.scheme === 'convoke-plan' && each.uri.query === uri && each.getText() !== ''))
      assert.match(shown.getText(), /条款[\s\S]*B1/)
    } finally {
      await clear('meetings/zh')
    }
  })

  it('titles of commands and views', () => {
    const { packageJSON } = vscode.extensions.getExtension('convoke-meetings.convoke') ?? {}
    const { commands, views } = (packageJSON as { contributes: { commands: { title: string | { value: string } }[]; views: Record<string, { name: string }[]> } }).contributes
    // A translated title keeps its original beside it, for the command palette.
    for (const { title } of commands) assert.match(typeof title === 'string' ? title : title.value, HAN)
    for (const each of Object.values(views).flat()) assert.match(each.name, HAN)
  })
})
