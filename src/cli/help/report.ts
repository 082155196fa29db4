export const REPORT = {
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
  --lang en|zh       报告的语言

退出状态：0 无论结果如何，2 用法或配置有误，3 内部错误。
`,
  },
} as const
