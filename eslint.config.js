// Only the rules that need types and that Biome cannot check; everything else is Biome's.
import tseslint from 'typescript-eslint';

/** A file reads from the top: a part stands below what it is a part of. */
const partsBelow = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { above: 'A part stands below the first that uses it.' },
  },
  create: (context) => ({
    'Program > FunctionDeclaration': (node) => {
      const [variable] = context.sourceCode.getDeclaredVariables(node);
      const users = variable.references
        .map(({ identifier }) => topOf(identifier))
        .filter((user) => user !== node);
      const isAbove = users.length > 0 && users.every((user) => user.range[0] > node.range[0]);
      if (isAbove) context.report({ node: node.id, messageId: 'above' });
    },
  }),
};

/** The statement of the file that something stands in; an exported function is what it exports. */
function topOf(node) {
  if (node.parent.type === 'Program') return node;
  const isExport = node.type.endsWith('FunctionDeclaration') && node.parent.type === 'ExportNamedDeclaration';
  return isExport ? node : topOf(node.parent);
}

/** Cut anywhere, a text may end in half a character. */
const cutWhole = {
  selector:
    'NewExpression[callee.name="UserError"] CallExpression[callee.property.name=/^(slice|substring|substr)$/]',
  message: 'What is shown is cut by `beginning` or `shorten`.',
};

const asDeclaration = { message: 'A function at the top of a file is a declaration.' };

export default tseslint.config(
  {
    files: ['src/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house: { rules: { 'parts-below': partsBelow } } },
    rules: {
      'house/parts-below': 'error',
      'no-restricted-syntax': [
        'error',
        ...['Program', 'Program > ExportNamedDeclaration'].map((place) => ({
          ...asDeclaration,
          selector: `${place} > VariableDeclaration > VariableDeclarator[id.typeAnnotation=undefined] > ArrowFunctionExpression.init`,
        })),
        cutWhole,
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  // No test may depend on how fast something is: time is a clock that the test moves, and a wait follows an event.
  // What waits and counts for all of them is in test/support; the crash test kills at moments of no meaning.
  {
    files: ['test/**/*.ts'],
    ignores: ['test/support/**', 'test/bench/**', 'test/crash/**'],
    rules: {
      'no-restricted-globals': ['error', 'setTimeout', 'setInterval', 'performance'],
      'no-restricted-imports': ['error', 'node:timers', 'node:timers/promises', 'node:perf_hooks'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'process', property: 'hrtime' },
      ],
    },
  },
);
