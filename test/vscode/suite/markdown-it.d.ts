/** The library that VS Code's Markdown uses, which brings no types; as much of it as is used here. */
declare module 'markdown-it' {
  export default class MarkdownIt {
    render(text: string): string
  }
}
