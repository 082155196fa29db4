export const NEW = {
  name: 'new',
  summary: { en: 'write a new meeting file, or a series’ next one', zh: '新建会议文件，或生成例会的下一场' },
  help: {
    en: `convoke new               write a new meeting file; asks what is missing where someone can answer

  --title TEXT --purpose TEXT --outcome TEXT
  --start "2026-12-03 14:00"   --duration 60m   --timezone Europe/Berlin
  --organizer KEY --required KEY,KEY            --room KEY | --link URL --backup-link URL
  --kind KIND        start from a kind's template: decision, review, planning, one-to-one, retrospective,
                     incident, board, partner, short-notice; what is not said is left to fill in
  --next FILE        the next meeting of a series' file, open action items carried over
  --root DIR         the repository             --lang en|zh  language of the file
  --now TIME         as of this instant

The file is never written over another one.
`,
    zh: `convoke new               新建会议文件；缺少的内容会在终端里询问

  --title 主题 --purpose 目的 --outcome 预期成果
  --start "2026-12-03 14:00"   --duration 60m   --timezone Asia/Shanghai
  --organizer 人员 --required 人员,人员         --room 会议室 | --link 网址 --backup-link 网址
  --kind 类型        套用某类会议的模板：decision、review、planning、one-to-one、retrospective、
                     incident、board、partner、short-notice；没有说明的内容留待填写
  --next 文件        由例会文件生成下一场会议，带上未完成的行动项
  --root 目录        仓库                       --lang en|zh  文件的语言
  --now 时间         以这一时刻为准

不会覆盖已有的文件。
`,
  },
} as const
