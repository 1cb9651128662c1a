/** Typed along with what is nobody else's business: a word that stands nowhere but where somebody typed it. */
export const marker = 'quillwort-7319';
