export const APPLY = {
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
} as const
