export const LSP = {
  name: 'lsp',
  summary: { en: 'serve an editor over the Language Server Protocol', zh: '以语言服务器协议为编辑器服务' },
  help: {
    en: `convoke lsp --stdio       serve an editor over the Language Server Protocol, on standard input and output

The editor starts this itself; docs/editors.md has the set-up for Neovim, Helix, Zed and Emacs.
Give it a repository's root as its workspace folder.

  --stdio            speak on standard input and output (the only way, and required)
  --lang en|zh       language of the messages where the editor names none (default: the locale's)

The environment variable CONVOKE_NOW sets the time that is taken for now.
`,
    zh: `convoke lsp --stdio       以语言服务器协议（LSP）在标准输入和输出上为编辑器服务

由编辑器自行启动；Neovim、Helix、Zed、Emacs 的设置见 docs/editors.md。
请把仓库的根目录作为工作区文件夹交给它。

  --stdio            使用标准输入和输出（唯一的方式，必须写明）
  --lang en|zh       编辑器没有指明语言时，消息使用的语言（默认随系统区域设置）

环境变量 CONVOKE_NOW 可以指定以哪一时刻为“现在”。
`,
  },
} as const
