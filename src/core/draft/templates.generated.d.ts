/** The compiled templates of templates/meeting by name, for `template` of Handlebars' runtime. */
export declare const TEMPLATES: Readonly<Record<string, unknown>>
