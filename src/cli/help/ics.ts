export const ICS = {
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
} as const
