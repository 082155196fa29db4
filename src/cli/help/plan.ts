export const PLAN = {
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
} as const
