import ts from 'typescript';

/**
 * WXS is no JavaScript where it asks what a value is (`x.constructor === 'Array'`) and makes patterns and dates
 * (`getRegExp('^\d+$')`, in which a backslash is one); both become JavaScript here.
 */
export function translateWxs(name: string, source: string): string {
  const file = ts.createSourceFile(`${name}.js`, source, ts.ScriptTarget.ES2020, true, ts.ScriptKind.JS);
  const { factory } = ts;
  let asksType = false;
  const transformed = ts.transform(file, [(context) => (root) => {
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isPropertyAccessExpression(node) && node.name.text === 'constructor') {
        asksType = true;
        return factory.createCallExpression(factory.createIdentifier('$typeOf'), undefined, [ts.visitNode(node.expression, visit) as ts.Expression]);
      }
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
        const [path] = node.arguments;
        // Modules are known without their ending.
        if (node.expression.text === 'require' && path && ts.isStringLiteral(path)) return factory.updateCallExpression(node, node.expression, undefined, [factory.createStringLiteral(path.text.replace(/\.wxs$/, ''))]);
        const made = node.expression.text === 'getRegExp' ? 'RegExp' : node.expression.text === 'getDate' ? 'Date' : null;
        if (made) {
          const given = node.arguments.map((each, position) =>
            made === 'RegExp' && position === 0 && ts.isStringLiteral(each) ? factory.createStringLiteral(each.getText(file).slice(1, -1)) : (ts.visitNode(each, visit) as ts.Expression));
          return factory.createNewExpression(factory.createIdentifier(made), undefined, given);
        }
      }
      return ts.visitEachChild(node, visit, context);
    };
    return ts.visitNode(root, visit) as ts.SourceFile;
  }]);
  const text = ts.createPrinter().printFile(transformed.transformed[0]!);
  transformed.dispose();
  return asksType ? `var $typeOf = function (value) { return Object.prototype.toString.call(value).slice(8, -1); };\n${text}` : text;
}
