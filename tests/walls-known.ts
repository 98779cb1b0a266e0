/** Breaches that are being closed: strike off what you close. */
export const TABLES_OVER_THE_WALL: string[] = []

export const FOREIGN_TABLES_IN_SQL: string[] = []

/** Words that wait to move into the room that says them. */
export const WORDS_OF_OTHERS: string[] = []

export const UNSAID_MESSAGES: string[] = []
