type Schema = Readonly<Record<string, unknown>>;

/** Where a value breaks a JSON schema; the keywords that `output.schema.json` uses, and an error for any other. */
export function listSchemaBreaks(root: unknown, value: unknown, schema: unknown = root, path = '$'): readonly string[] {
  const breaks: string[] = [];
  for (const [keyword, wanted] of Object.entries(schema as Schema)) {
    switch (keyword) {
      case '$schema':
      case '$defs':
      case 'title':
        break;
      case '$ref': {
        const name = String(wanted).replace('#/$defs/', '');
        breaks.push(...listSchemaBreaks(root, value, ((root as Schema).$defs as Schema)[name], path));
        break;
      }
      case 'type':
        if (
          ![wanted].flat().includes(typeOf(value)) &&
          !([wanted].flat().includes('number') && typeof value === 'number')
        ) {
          breaks.push(`${path} is ${typeOf(value)}, not ${[wanted].flat().join(' or ')}`);
        }
        break;
      case 'enum':
        if (!(wanted as readonly unknown[]).includes(value)) breaks.push(`${path} is none of its words`);
        break;
      case 'const':
        if (value !== wanted) breaks.push(`${path} is not ${String(wanted)}`);
        break;
      case 'minimum':
        if (typeof value === 'number' && value < Number(wanted)) breaks.push(`${path} is below ${String(wanted)}`);
        break;
      case 'required':
        for (const name of wanted as readonly string[]) {
          if (!Object.hasOwn(value as Schema, name)) breaks.push(`${path}.${name} is missing`);
        }
        break;
      case 'properties':
        for (const [name, inner] of Object.entries(wanted as Schema)) {
          if (Object.hasOwn(value as Schema, name)) {
            breaks.push(...listSchemaBreaks(root, (value as Schema)[name], inner, `${path}.${name}`));
          }
        }
        break;
      case 'additionalProperties':
        for (const name of Object.keys(value as Schema)) {
          if (!Object.hasOwn((schema as Schema).properties as Schema, name)) breaks.push(`${path}.${name} is too much`);
        }
        break;
      case 'items':
        for (const [index, item] of (Array.isArray(value) ? value : []).entries()) {
          breaks.push(...listSchemaBreaks(root, item, wanted, `${path}[${index}]`));
        }
        break;
      case 'anyOf': {
        const tried = (wanted as readonly unknown[]).map((one) => listSchemaBreaks(root, value, one, path));
        if (tried.every((one) => one.length > 0)) breaks.push(...tried.flat());
        break;
      }
      default:
        throw new Error(`Unknown keyword: ${keyword}`);
    }
  }
  return breaks;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
