import * as vscode from 'vscode'
import type { MeetingSummary } from '../../server/protocol.ts'
import type { Session } from '../session.ts'
import { clockText, dayText, lengthText, sameDay } from '../time.ts'
import { groupMeetings, type MeetingGroup } from './groups.ts'

/** A group of the view, or a meeting in it. */
export type MeetingNode = { readonly kind: 'group'; readonly group: MeetingGroup } | { readonly kind: 'meeting'; readonly group: MeetingGroup['name']; readonly meeting: MeetingSummary }

/** The view of meetings: today, upcoming, waiting for minutes, series, and what is without a date; the badge counts today's. */
export function showMeetings(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>()
  const provider: vscode.TreeDataProvider<MeetingNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => (node.kind === 'group' ? groupItem(node.group) : meetingItem(node.meeting, node.group)),
    getChildren: (node) => {
      if (node?.kind === 'meeting') return []
      if (node !== undefined) return node.group.meetings.map((meeting) => ({ kind: 'meeting', group: node.group.name, meeting }))
      return groupMeetings(session.overview.current?.meetings ?? [], Date.now(), sameDay).map((group) => ({ kind: 'group', group }))
    },
    getParent: () => undefined,
  }
  const view = vscode.window.createTreeView('convoke.meetings', { treeDataProvider: provider, showCollapseAll: true })
  session.shown.trees.set('convoke.meetings', { view, provider })
  const draw = (): void => {
    changed.fire(undefined)
    const groups = groupMeetings(session.overview.current?.meetings ?? [], Date.now(), sameDay)
    const count = (name: MeetingGroup['name']): number => groups.find((each) => each.name === name)?.meetings.length ?? 0
    const [today, waiting] = [count('today'), count('minutes')]
    view.badge = today + waiting === 0 ? undefined : { value: today + waiting, tooltip: vscode.l10n.t('{0} today, {1} waiting for minutes', today, waiting) }
    const [problem] = session.overview.current?.configuration ?? []
    view.message = problem === undefined ? '' : vscode.l10n.t('.convoke.yml, line {0}: {1}', problem.line + 1, problem.message)
  }
  draw()
  return vscode.Disposable.from(view, changed, session.overview.onDidChange(draw))
}

function groupItem(group: MeetingGroup): vscode.TreeItem {
  const isFolded = group.name === 'series' || group.name === 'past'
  const item = new vscode.TreeItem(groupName(group.name), isFolded ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded)
  item.id = `group:${group.name}`
  item.description = String(group.meetings.length)
  item.contextValue = 'group'
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, meetings: {1}', groupName(group.name), group.meetings.length) }
  return item
}

function meetingItem(meeting: MeetingSummary, group: MeetingGroup['name']): vscode.TreeItem {
  const now = Date.now()
  const when = whenText(meeting, group, now)
  // The time stands first: a title may be longer than the view is wide.
  const item = new vscode.TreeItem(when === '' ? meeting.title : `${when}  ${meeting.title}`, vscode.TreeItemCollapsibleState.None)
  item.id = `${group}:${meeting.file}`
  item.description = [meeting.room, meeting.status === 'draft' ? vscode.l10n.t('draft') : ''].filter(Boolean).join(' · ')
  item.iconPath = icon(meeting, group)
  item.resourceUri = vscode.Uri.parse(meeting.uri)
  item.contextValue = ['meeting', meeting.isSeries ? 'series' : '', meeting.link === undefined ? '' : 'online'].filter(Boolean).join(' ')
  item.tooltip = tooltip(meeting, when)
  item.command = { command: 'convoke.openMeeting', title: vscode.l10n.t('Open the meeting'), arguments: [meeting.uri] }
  item.accessibilityInformation = { label: [meeting.title, when, meeting.room, problemsText(meeting)].filter(Boolean).join(', ') }
  return item
}

function whenText(meeting: MeetingSummary, group: MeetingGroup['name'], now: number): string {
  if (meeting.start === undefined) return ''
  if (group === 'today') return meeting.start <= now ? vscode.l10n.t('now, {0} left', lengthText((meeting.end ?? now) - now)) : clockText(meeting.start)
  return `${dayText(meeting.start, now)} ${clockText(meeting.start)}`
}

function icon(meeting: MeetingSummary, group: MeetingGroup['name']): vscode.ThemeIcon {
  if (meeting.problems.errors > 0) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'))
  if (meeting.problems.warnings > 0) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
  if (group === 'minutes') return new vscode.ThemeIcon('edit')
  return new vscode.ThemeIcon(meeting.isSeries ? 'sync' : meeting.link === undefined ? 'organization' : 'device-camera-video')
}

function tooltip(meeting: MeetingSummary, when: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString()
  text.appendMarkdown('**').appendText(meeting.title).appendMarkdown('**')
  for (const line of [when, meeting.room, meeting.attendees.map((each) => each.name).join(', '), problemsText(meeting), meeting.file]) if (line !== undefined && line !== '') text.appendMarkdown('\n\n').appendText(line)
  return text
}

function problemsText({ problems }: MeetingSummary): string {
  if (problems.errors > 0) return vscode.l10n.t('{0} errors, {1} warnings', problems.errors, problems.warnings)
  return problems.warnings > 0 ? vscode.l10n.t('{0} warnings', problems.warnings) : ''
}

function groupName(name: MeetingGroup['name']): string {
  switch (name) {
    case 'today':
      return vscode.l10n.t('Today')
    case 'upcoming':
      return vscode.l10n.t('Upcoming')
    case 'minutes':
      return vscode.l10n.t('Waiting for minutes')
    case 'undated':
      return vscode.l10n.t('Without a date')
    case 'series':
      return vscode.l10n.t('Series')
    case 'past':
      return vscode.l10n.t('Past')
  }
}
