import ICAL from 'ical.js'

/** A calendar property as jCal has it (RFC 7265): name, parameters, value type, values. */
export type Property = readonly [
  name: string, parameters: Readonly<Record<string, string>>, type: string, ...values: (string | RecurrenceParts)[]
]

/** A recurrence rule in its parts, as jCal has it (RFC 7265 §3.6.10). */
export type RecurrenceParts = Readonly<Record<string, unknown>>

/** A calendar component as jCal has it: name, properties, components within it. */
export type Component = readonly [name: string, properties: readonly Property[], components: readonly Component[]]

/**
 * The component as an iCalendar stream: CRLF, folded at 75 octets without splitting a character (RFC 5545 §3.1), the text
 * escaped by ical.js (§3.3.11). Ends with a line end.
 */
export function stringify(component: Component): string {
  // ical.js counts the octets of a line without the space that begins a folded one.
  ICAL.foldLength = 74
  return ICAL.stringify([component])
}

/** Reads what `stringify` writes, or any part of a stream, back to jCal. The text has to be iCalendar. */
export function parse(text: string): Component {
  return ICAL.parse(text) as Component
}

/** A parameter's value: one line and no double quote, which several readers refuse even in the form of RFC 6868. */
export function parameter(value: string): string {
  return value.replace(/["^]/g, "'").replace(/\s+/g, ' ')
}
