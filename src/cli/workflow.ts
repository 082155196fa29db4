import type { Config } from '../core/config/model.ts'

/** Where GitHub looks for it. */
export const WORKFLOW_FILE = '.github/workflows/convoke.yml'

/**
 * The workflow that runs the Action: `check` on pull requests, without secrets, and `sync` on what is merged. Each secret that a
 * channel of the configuration names is handed over by its name; nothing else is.
 */
export function workflowText(config: Config, version: string, language: 'en' | 'zh'): string {
  const names = [...config.channels.values()].flatMap(({ secret, sign, inbox }) => [secret, sign, inbox].filter((each) => each !== undefined))
  // A name that GitHub would not take as a secret's is no part of an expression.
  const secrets = [...new Set(names)].filter((each) => /^[A-Za-z_]\w*$/.test(each))
  const env = secrets.length === 0 ? '' : `        env:\n${secrets.map((each) => `          ${each}: \${{ secrets.${each} }}\n`).join('')}`
  const say = language === 'zh' ? ZH : EN
  return `name: Convoke
on:
  pull_request:
  push: { branches: [main] }
  issue_comment: { types: [created, edited] }
  issues: { types: [closed, reopened] }
  schedule: [{ cron: '7 * * * *' }] # ${say.schedule}
  workflow_dispatch:
permissions: {}
jobs:
  check:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    permissions: { contents: read, issues: read, pull-requests: write }
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: convoke-meetings/convoke@v${version.split('.')[0] ?? '0'}
  sync:
    if: github.event_name != 'pull_request'
    runs-on: ubuntu-latest
    permissions: { contents: write, issues: write } # ${say.contents}
    concurrency: { group: convoke-sync, cancel-in-progress: false }
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: convoke-meetings/convoke@v${version.split('.')[0] ?? '0'}
        with:
          people: \${{ secrets.CONVOKE_PEOPLE }} # ${say.people}
          paused: \${{ vars.CONVOKE_PAUSED }} # ${say.paused}
${env}`
}

const EN = { schedule: 'reminders, chases, overdue items', contents: 'contents: the ledger’s own branch only', people: 'addresses kept out of the repository', paused: 'the kill switch: true stops everything' }
const ZH = { schedule: '提醒、再次询问、逾期事项', contents: 'contents 只用于台账自己的分支', people: '不放进仓库的联系方式', paused: '总开关：设为 true 即全部停止' }
