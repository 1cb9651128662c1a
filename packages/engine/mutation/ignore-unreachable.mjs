/** No input reaches the default of an exhaustive switch, so no test can tell it from another: `const unknown: never = kind`. */
const unreachable = {
  shouldIgnore(path) {
    if (!path.isSwitchCase() || path.node.test !== null) return undefined;
    return listDeclared(path.node.consequent).some(isNever) ? 'exhaustive: no input comes here' : undefined;
  },
};

function listDeclared(statements) {
  return statements.flatMap((one) =>
    one.type === 'BlockStatement'
      ? listDeclared(one.body)
      : one.type === 'VariableDeclaration'
        ? one.declarations.map(({ id }) => id)
        : [],
  );
}

function isNever({ typeAnnotation }) {
  return typeAnnotation?.typeAnnotation?.type === 'TSNeverKeyword';
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'unreachable', value: unreachable }];
