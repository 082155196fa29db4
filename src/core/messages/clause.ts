/** A clause of the procedure that the product carries out: A1 to E6. */
export type Clause = `${'A' | 'B' | 'C' | 'D' | 'E'}${number}`
