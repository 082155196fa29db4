export const INIT = {
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
} as const
