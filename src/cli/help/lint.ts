export const LINT = {
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
} as const
