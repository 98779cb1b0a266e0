/** How many processes run the rule tests side by side, each with a database of its own. */
export const WORKERS = 2
