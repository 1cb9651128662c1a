/** What the sign-in said against an address, from the code that the form came back with. */
export function describeRequestProblem(code: string | undefined): string | undefined {
  switch (code) {
    case undefined:
      return undefined;
    case 'too_many_requests':
      return 'Too many letters were asked for within a quarter of an hour. Use the latest, or wait a little.';
    default:
      return 'An address such as jo@example.org.';
  }
}

export function describeCodeProblem(code: string | undefined, triesLeft: string | undefined): string | undefined {
  switch (code) {
    case undefined:
      return undefined;
    case 'wrong_code':
      return `That is not the code. ${triesLeft === '1' ? 'One try is left.' : `${triesLeft ?? 'A few'} tries are left.`}`;
    case 'too_many_requests':
      return 'Too many tries from your network. Wait a quarter of an hour.';
    case 'locked':
      return 'Too many wrong codes. The link in the letter still works.';
    default:
      return 'This code is used, too old, or was asked for in another browser. Ask for a new letter.';
  }
}
