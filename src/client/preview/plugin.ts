import type { Session } from '../session.ts'
/** x */
export function previewPlugin(_: Session): (md: unknown) => unknown {
  return (md) => md
}
