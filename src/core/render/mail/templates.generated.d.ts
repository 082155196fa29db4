/** The compiled templates of templates/mail by name, for `template` of Handlebars' runtime. */
export declare const TEMPLATES: Readonly<Record<'notice' | 'body' | 'nodes' | 'spans', unknown>>
