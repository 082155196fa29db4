/** The part of Handlebars' runtime that compiled templates need; the package declares no types for it. */
declare module 'handlebars/runtime.js' {
  export type Render = (view: unknown, options: { readonly partials: Readonly<Record<string, Render>> }) => string
  const runtime: { template(specification: unknown): Render }
  export default runtime
}
