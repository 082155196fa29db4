import * as vscode from 'vscode'
import type { Session } from '../session.ts'
import { copyInvitation } from './invitation.ts'
import { joinMeeting, openAction, openIssue, openMeeting } from './open.ts'
import { nextOccurrence } from './next-occurrence.ts'
import { planPreview } from './plan-preview.ts'
import { report } from './report.ts'

/** What a command does; its arguments come from a tree's node, a code lens, another extension, or not at all. */
export type Handler = (session: Session, ...args: readonly unknown[]) => Promise<void> | void

/** The commands that need no running meeting. */
export function registerCommands(session: Session): vscode.Disposable {
  const plan = planPreview(session)
  return vscode.Disposable.from(plan.provider, ...register(session, {
    newMeeting: async (own) => (await import('./new-meeting.ts')).newMeeting(own),
    importFolder: async (own, argument) => (await import('./import-folder.ts')).importFolder(own, argument),
    nextOccurrence, report, copyInvitation, openIssue, openMeeting, openAction,
    join: joinMeeting,
    plan: plan.show,
    replies: plan.replies,
    refresh: () => session.overview.refresh(),
    showLog: () => session.log.show(),
    walkthrough: async () => {
      await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'convoke-meetings.convoke#start', false)
    },
  }))
}

/** Registers handlers under `convoke.<name>`. What goes wrong is said once in words, and in full in the log. */
export function register(session: Session, handlers: Readonly<Record<string, Handler>>): readonly vscode.Disposable[] {
  return Object.entries(handlers).map(([name, handler]) => vscode.commands.registerCommand(`convoke.${name}`, async (...args: unknown[]) => {
    try {
      await handler(session, ...args)
    } catch (error) {
      session.log.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      const show = vscode.l10n.t('Show log')
      const chosen = await vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error), show)
      if (chosen === show) session.log.show()
    }
  }))
}
