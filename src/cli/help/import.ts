export const IMPORT = {
  name: 'import',
  summary: { en: 'make meeting files of bare agendas, minutes and calendars', zh: '把已有的议程、纪要和日历变成会议文件' },
  help: {
    en: `convoke import PATH…       make meeting files of Markdown agendas and minutes, issue templates and calendars

Puts front matter above an otherwise unchanged text, with what the text and its name say: title, date, time and zone, length, link,
organizer, attendees. States where each was found and how sure it is; what is not said stays out. Without --write nothing is changed.

  PATH               files or folders of Markdown; calendars (.ics) where they are named
  --write            write the files, and the people found into .convoke.yml
  --anyway           also files that are no meetings (charters, reports, README, templates), where you name the file itself
  --format FORMAT    pretty (default), json
  --root DIR         the repository
  --lang en|zh       language of the output

Exit status: 0 everything was read, 1 some file could not be read, 2 wrong use or configuration, 3 internal error.
`,
    zh: `convoke import 路径…       把 Markdown 议程和纪要、issue 模板和日历变成会议文件

在原文上方加上文件头，写入正文和文件名里说明的内容：主题、日期、时间和时区、时长、链接、组织者、参会人员。
每一项都标明出处和把握程度；没有写明的不会编造。不加 --write 不改动任何文件。

  路径               Markdown 文件或文件夹；日历（.ics）请直接写出文件名
  --write            写入文件，并把找到的人员写入 .convoke.yml
  --anyway           不是会议的文件（章程、报告、README、模板）也导入，仅对直接写出的文件有效
  --format 格式      pretty（默认）、json
  --root 目录        仓库
  --lang en|zh       输出的语言

退出状态：0 全部可读，1 有文件无法读取，2 用法或配置有误，3 内部错误。
`,
  },
} as const
