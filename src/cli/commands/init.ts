import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../../core/config/model.ts'
import { parseConfig } from '../../core/config/parse.ts'
import { isZone } from '../../core/config/zone-name.ts'
import type { Language } from '../../core/messages/message.ts'
import { UsageError } from '../errors.ts'
import { readNow } from '../now.ts'
import { readOptions, text } from '../options.ts'
import { CONFIG_FILE } from '../place.ts'
import type { Terminal } from '../terminal.ts'
import { VERSION } from '../version.ts'
import { WORKFLOW_FILE, workflowText } from '../workflow.ts'
import { wallAt, addDays } from '../../core/arrangement/zone.ts'

/** `convoke init`: the configuration with a namespace of its own, a first meeting file, and with `--github` the workflow that runs the Action. Nothing is ever overwritten. */
export function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const options = readOptions(args, { root: { type: 'string' }, timezone: { type: 'string' }, github: { type: 'boolean' }, now: { type: 'string' } }, language)
  const asked = resolve(terminal.cwd, text(options, 'root') ?? '.')
  const zh = language === 'zh'
  if (statSync(asked, { throwIfNoEntry: false })?.isDirectory() !== true) throw new UsageError(zh ? `不是文件夹：${asked}` : `There is no folder ${asked}`)
  const zone = text(options, 'timezone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!isZone(zone)) throw new UsageError(zh ? `“${zone}”不是 IANA 时区，请写成 Asia/Shanghai 这样的名称。` : `“${zone}” is no IANA time zone; write one such as Europe/Berlin.`)
  const root = realpathSync(asked)
  const day = addDays(wallAt(readNow(options.values['now'], zone, language), zone).slice(0, 10), 7)
  const files: (readonly [string, string])[] = [[CONFIG_FILE, configText(zone, zh)], [`meetings/${day}-first-meeting.md`, meetingText(day, zone, zh)]]
  // The workflow hands over the secrets that the configuration names; the one that is there counts.
  const workflow = options.values['github'] === true ? [WORKFLOW_FILE, workflowText(configOf(root) ?? parseConfig(configText(zone, zh)).config, VERSION, language)] as const : undefined
  if (workflow !== undefined) {
    files.push(workflow)
    // Who set the repository up before has a first meeting already.
    if (existsSync(join(root, CONFIG_FILE))) files.splice(0, 2)
  }
  let written = 0
  for (const [file, content] of files) {
    const path = join(root, file)
    if (existsSync(path)) {
      terminal.note(zh ? `${file} 已存在，保持不变\n` : `${file} is there already; left as it is\n`)
      continue
    }
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content, { flag: 'wx' })
    terminal.out(zh ? `写入 ${file}\n` : `wrote ${file}\n`)
    written++
  }
  if (workflow !== undefined && written > 0) terminal.out(zh ? GITHUB_NEXT.zh : GITHUB_NEXT.en)
  else if (written > 0) terminal.out(zh ? '接下来：在 .convoke.yml 里写上人员，改好会议文件，然后运行 convoke lint。\n' : 'Next: name your people in .convoke.yml, edit the meeting file, and run convoke lint.\n')
  return Promise.resolve(0)
}

const GITHUB_NEXT = {
  en: `Next: put the channels' secrets, and CONVOKE_PEOPLE for addresses marked secret, into the repository's settings (Secrets and variables → Actions),
commit, and open a pull request with a meeting. What each secret and permission is for: docs/action.md.
`,
  zh: `接下来：在仓库设置（Secrets and variables → Actions）中填写各渠道的密钥；联系方式写作 secret 的，放进 CONVOKE_PEOPLE。
提交后，用一个会议文件开一个拉取请求试试。各项密钥和权限的用途见 docs/action.md。
`,
}

/** The configuration that is there; undefined where there is none, or none that can be read. */
function configOf(root: string): Config | undefined {
  try {
    return parseConfig(readFileSync(join(root, CONFIG_FILE), 'utf8')).config
  } catch {
    return undefined
  }
}

function configText(zone: string, zh: boolean): string {
  return zh
    ? `# Convoke 的配置。全部设置见 schemas/convoke.schema.json。
meetings: ["meetings/**/*.md"]
timezone: ${zone}
working_hours: "09:00-18:00"
remind: [1d, 2h]
# 日历条目的编号由此生成，请勿更改。
namespace: ${randomUUID()}

people:
  # 键: 姓名、GitHub 登录名、邮箱。不想放进仓库的联系方式写 secret。
  example: { name: 示例, github: example, email: secret, language: zh }
`
    : `# Convoke's configuration. All settings: schemas/convoke.schema.json.
meetings: ["meetings/**/*.md"]
timezone: ${zone}
working_hours: "09:00-18:00"
remind: [1d, 2h]
# Calendar entries are numbered from this; never change it.
namespace: ${randomUUID()}

people:
  # A key, then name, GitHub login and mail. Addresses that stay out of the repository are written as secret.
  example: { name: Example Person, github: example, email: secret, language: en }
`
}

function meetingText(day: string, zone: string, zh: boolean): string {
  return zh
    ? `---
编号: ${day}-first-meeting
主题: 2027 年第一季度三个上线版本的先后顺序
目的: 确定三个版本的上线顺序和各自的负责人
预期成果: 一张三个版本的上线日期表
状态: 草稿
开始时间: ${day} 14:00
时区: ${zone}
时长: 45分钟
组织者: example
会议链接: https://meeting.tencent.com/dm/example
备用链接: https://vc.feishu.cn/j/000000000
必须参加: [example]
---

## 议程
1. 三个版本各自缺少什么（20分钟，@example）
2. 上线顺序表决（20分钟，@example）

## 会议纪要

### 讨论要点

### 决议

### 行动项
`
    : `---
id: ${day}-first-meeting
title: Order of the three releases in the first quarter of 2027
purpose: Decide the order of the three releases and who leads each
outcome: A table with the date of each of the three releases
status: draft
start: ${day} 14:00
timezone: ${zone}
duration: 45m
organizer: example
link: https://zoom.us/j/5550100000
backup_link: https://meet.google.com/abc-defg-hij
required: [example]
---

## Agenda
1. What each release still lacks (20m, @example)
2. Vote on the order (20m, @example)

## Minutes

### Discussion

### Decisions

### Action items
`
}
