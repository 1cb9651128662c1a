/**
 * Makes each value once and hands the same one out from then on. A year of training is mostly the same few reasons ("a rep
 * more than last time: 5, now 6"), so programs share them: less to make, to hold and to read. Only for values that nobody
 * changes, made from one or two numbers of which a program has few; what they come to stays for good.
 */
export function shareByNumbers<Value extends object>(
  make: (one: number, other: number) => Value,
): (one: number, other?: number) => Value {
  const made = new Map<number, Map<number, Value>>();
  return (one, other = 0) => {
    let ofOne = made.get(one);
    if (ofOne === undefined) {
      ofOne = new Map();
      made.set(one, ofOne);
    }
    let value = ofOne.get(other);
    if (value === undefined) {
      value = make(one, other);
      ofOne.set(other, value);
    }
    return value;
  };
}
