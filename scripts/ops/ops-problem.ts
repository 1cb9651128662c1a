/** Something that the operator can mend: the message is one line that says what is wrong and what to do. */
export class OpsProblem extends Error {
  override readonly name = 'OpsProblem';
}
