export const EXPLAIN = {
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
} as const
