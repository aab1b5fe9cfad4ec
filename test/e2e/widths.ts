/** Marks a test to which the width of the screen makes no difference: it is run once, on the desktop. */
export const anyWidth = { tag: '@anyWidth' }
