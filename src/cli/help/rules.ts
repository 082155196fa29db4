export const RULES = {
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
} as const
