import type { Language } from '../core/messages/message.ts'

/** Every command: its name, one line about it, and its help. Kept apart from the commands' code, which loads only when run. */
export const COMMANDS = [
  {
    name: 'lint',
    summary: { en: 'check meeting files against the procedure', zh: '按流程检查会议文件' },
    help: {
      en: `convoke lint [paths…]     check meeting files against the procedure

Paths are files or folders; without any, all meetings of .convoke.yml are judged.

  --root DIR         the repository (default: the folder above with .convoke.yml, else git's)
  --format FORMAT    pretty (default), json, github (workflow annotations), sarif
  --now TIME         judge as of this instant, e.g. 2026-12-01T09:00:00Z or 2026-12-01T09:00+08:00
  --lang en|zh       language of the messages (default: the locale's)
  --fix              apply the fixes that change no meaning, then say what is left
  --no-cache         read every file anew
  --quiet            leave information out

Exit status: 0 clean or information only, 1 problems, 2 wrong use or configuration, 3 internal error.
`,
      zh: `convoke lint [路径…]     按流程检查会议文件

路径可以是文件或文件夹；不写则检查 .convoke.yml 里的全部会议。

  --root 目录        仓库（默认：上级中有 .convoke.yml 的目录，否则 git 的根目录）
  --format 格式      pretty（默认）、json、github（工作流注解）、sarif
  --now 时间         以这一时刻为准，如 2026-12-01T09:00:00Z 或 2026-12-01T09:00+08:00
  --lang en|zh       消息的语言（默认随系统区域设置）
  --fix              应用不改变含义的修复，再列出剩下的问题
  --no-cache         重新读取每个文件
  --quiet            不显示提示信息

退出状态：0 没有问题或只有提示，1 有问题，2 用法或配置有误，3 内部错误。
`,
    },
  },
  {
    name: 'plan',
    summary: { en: 'show what applying would send, and why', zh: '列出将要发送的内容及依据' },
    help: {
      en: `convoke plan              show what apply would do, and why; nothing is sent or written

  --root DIR         the repository
  --forge folder:DIR where issues, mails, chat posts and the ledger are (default folder:.convoke)
  --forge github:owner/name
                     on GitHub, with the token of GITHUB_TOKEN, which needs to read contents and issues
  --people FILE      addresses kept out of the repository, merged over the directory
  --identity LOGINS  whose objects are the tool's own (default: the token's owner and github-actions[bot])
  --all              look at everything, not only at what changed since the last run
  --now TIME         as of this instant (default: the clock)
  --json             the whole plan as data
  --lang en|zh       language of the reasons
`,
      zh: `convoke plan              列出 apply 将要做的事及依据；不发送也不写入任何内容

  --root 目录        仓库
  --forge folder:目录 issue、邮件、群消息和台账所在的文件夹（默认 folder:.convoke）
  --forge github:所有者/仓库
                     在 GitHub 上，令牌取自 GITHUB_TOKEN，需要读取 contents 和 issues 的权限
  --people 文件      不放进仓库的联系方式，覆盖在人员目录之上
  --identity 登录名  哪些账号写的算本工具所写（默认：令牌的所有者和 github-actions[bot]）
  --all              查看全部，而不只是上次运行之后的变化
  --now 时间         以这一时刻为准（默认：当前时间）
  --json             以数据形式输出完整计划
  --lang en|zh       理由的语言
`,
    },
  },
  {
    name: 'apply',
    summary: { en: 'carry the plan out', zh: '执行计划' },
    help: {
      en: `convoke apply             carry out what convoke plan shows; safe to repeat, also after a crash

  --root DIR         the repository
  --forge folder:DIR where issues, mails, chat posts and the ledger are (default folder:.convoke)
  --forge github:owner/name
                     on GitHub, with the token of GITHUB_TOKEN, and the
                     channels' secrets from the environment by the names in .convoke.yml
  --people FILE      addresses kept out of the repository, merged over the directory
  --now TIME         as of this instant (default: the clock)
  --identity LOGINS  whose objects are the tool's own (default: the token's owner and github-actions[bot])
  --all              look at everything, not only at what changed since the last run
  --allow-domains D  mail goes only to these domains, e.g. example.org,*.example.net
  --max-sends N      at most so many mails and posts in this run; the rest goes with the next
  --json             what was done as data
  --lang en|zh       language of the reasons
`,
      zh: `convoke apply             执行 convoke plan 列出的内容；可以重复运行，中断后也可再次运行

  --root 目录        仓库
  --forge folder:目录 issue、邮件、群消息和台账所在的文件夹（默认 folder:.convoke）
  --forge github:所有者/仓库
                     在 GitHub 上，令牌取自 GITHUB_TOKEN，渠道的密钥按
                     .convoke.yml 中的名称取自环境变量
  --people 文件      不放进仓库的联系方式，覆盖在人员目录之上
  --now 时间         以这一时刻为准（默认：当前时间）
  --identity 登录名  哪些账号写的算本工具所写（默认：令牌的所有者和 github-actions[bot]）
  --all              查看全部，而不只是上次运行之后的变化
  --allow-domains 域 邮件只发往这些域名，如 example.org,*.example.net
  --max-sends 数量   本次运行最多发送多少封邮件和群消息，其余留待下次
  --json             以数据形式输出结果
  --lang en|zh       理由的语言
`,
    },
  },
  {
    name: 'new',
    summary: { en: 'write a new meeting file, or a series’ next one', zh: '新建会议文件，或生成例会的下一场' },
    help: {
      en: `convoke new               write a new meeting file; asks what is missing where someone can answer

  --title TEXT --purpose TEXT --outcome TEXT
  --start "2026-12-03 14:00"   --duration 60m   --timezone Europe/Berlin
  --organizer KEY --required KEY,KEY            --room KEY | --link URL --backup-link URL
  --next FILE        the next meeting of a series' file, open action items carried over
  --root DIR         the repository             --lang en|zh  language of the file
  --now TIME         as of this instant

The file is never written over another one.
`,
      zh: `convoke new               新建会议文件；缺少的内容会在终端里询问

  --title 主题 --purpose 目的 --outcome 预期成果
  --start "2026-12-03 14:00"   --duration 60m   --timezone Asia/Shanghai
  --organizer 人员 --required 人员,人员         --room 会议室 | --link 网址 --backup-link 网址
  --next 文件        由例会文件生成下一场会议，带上未完成的行动项
  --root 目录        仓库                       --lang en|zh  文件的语言
  --now 时间         以这一时刻为准

不会覆盖已有的文件。
`,
    },
  },
  {
    name: 'ics',
    summary: { en: 'write calendar entries (.ics)', zh: '输出日历（.ics）' },
    help: {
      en: `convoke ics FILE | --all  write calendar entries to standard output, for publishing or importing

  --all              every meeting of the repository that is planned
  --person KEY       only those that this person is asked to
  --series ID        only those of a series
  --root DIR         the repository
  --forge FORGE      take SEQUENCE from this ledger: folder:DIR or github:owner/name
  --out FILE         write to a file instead
`,
      zh: `convoke ics 文件 | --all  把日历条目写到标准输出，用于发布或导入

  --all              仓库里所有计划中的会议
  --person 人员      只要此人受邀的会议
  --series 编号      只要某个例会的各场会议
  --root 目录        仓库
  --forge 位置       从此处的台账读取 SEQUENCE：folder:目录 或 github:所有者/仓库
  --out 文件         改为写入文件
`,
    },
  },
  {
    name: 'init',
    summary: { en: 'set a repository up', zh: '初始化仓库' },
    help: {
      en: `convoke init              write .convoke.yml and a first meeting file; never overwrites

  --root DIR         the repository (default: here)
  --timezone ZONE    the team's zone, e.g. Europe/Berlin
  --github           also write .github/workflows/convoke.yml, which runs the Action
  --lang en|zh       language of the files
`,
      zh: `convoke init              写入 .convoke.yml 和第一个会议文件；不会覆盖已有文件

  --root 目录        仓库（默认：当前目录）
  --timezone 时区    团队的时区，如 Asia/Shanghai
  --github           同时写入运行 Action 的 .github/workflows/convoke.yml
  --lang en|zh       文件的语言
`,
    },
  },
  {
    name: 'report',
    summary: { en: 'show how far meetings keep to the procedure', zh: '统计会议遵循流程的情况' },
    help: {
      en: `convoke report [paths…]   show how far meetings keep to the procedure: by clause and month, files to mend
                          first, person-hours, open action items

Paths are files or folders; without any, all meetings of .convoke.yml are counted.

  --root DIR         the repository
  --format FORMAT    pretty (default), json, html (one page, nothing to load, prints well)
  -o, --out FILE     write to a file instead; whole or not at all
  --history N|off    look at the last N month ends in git as well (default 12, at most 60)
  --now TIME         judge as of this instant
  --no-cache         read every file anew
  --lang en|zh       language of the report

Exit status: 0 whatever the figures, 2 wrong use or configuration, 3 internal error.
`,
      zh: `convoke report [路径…]    统计会议遵循流程的情况：按条款和月份、优先整改的文件、会议工时、
                          未完成的行动项

路径可以是文件或文件夹；不写则统计 .convoke.yml 里的全部会议。

  --root 目录        仓库
  --format 格式      pretty（默认）、json、html（单个网页，不加载任何外部内容，适合打印）
  -o, --out 文件     改为写入文件；要么完整写入，要么不写
  --history N|off    同时回看 git 中最近 N 个月末（默认 12，最多 60）
  --now 时间         以这一时刻为准
  --no-cache         重新读取每个文件
  --lang en|zh       报告的语言

退出状态：0 无论结果如何，2 用法或配置有误，3 内部错误。
`,
    },
  },
  {
    name: 'rules',
    summary: { en: 'list the rules', zh: '列出规则' },
    help: {
      en: `convoke rules             list the rules with their clauses and severities

  --json             as data
  --lang en|zh       language
`,
      zh: `convoke rules             列出规则及其条款和级别

  --json             以数据形式输出
  --lang en|zh       语言
`,
    },
  },
  {
    name: 'explain',
    summary: { en: 'explain one rule, or how a line’s wording is judged', zh: '解释一条规则，或某一行用语的判断依据' },
    help: {
      en: `convoke explain RULE       what a rule asks and why, with examples and how to fix
convoke explain FILE:LINE  how the wording there is judged, and what spoke for and against it

  --root FOLDER      the repository (default: the folder above with .convoke.yml)
  --lang en|zh       language
`,
      zh: `convoke explain 规则        一条规则要求什么、为什么、如何修改，附示例
convoke explain 文件:行号   那一行的用语如何判断，正反两面的依据

  --root 文件夹      仓库（默认：上层含 .convoke.yml 的文件夹）
  --lang en|zh       语言
`,
    },
  },
] as const

export type CommandName = (typeof COMMANDS)[number]['name']

/** What `convoke --help` prints. */
export function overview(language: Language): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary[language]}`).join('\n')
  return language === 'zh'
    ? `convoke：会议即代码\n\n用法：convoke <命令> [选项]\n\n${lines}\n\nconvoke <命令> --help 查看一个命令的选项。\n`
    : `convoke: meetings as code\n\nUsage: convoke <command> [options]\n\n${lines}\n\nconvoke <command> --help tells a command's options.\n`
}
