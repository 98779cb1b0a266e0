export const MOST_OF_ONE = 100
export const MOST_IN_ALL = 500
