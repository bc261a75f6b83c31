/**
 * Arithmetic over numbers and names: + - * / ( ) and nothing else. A hyphen inside a name belongs to it
 * ("ft-1.residents"), so a minus after a name has a space before it.
 */

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|(\p{L}[\p{L}\p{N}_]*(?:[-.][\p{L}\p{N}_]+)*)|([-+*/()]))\s*/uy;

const OPERATIONS = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
};

/** The tree of a formula: {number}, {name} or {sign, left, right}; null if it cannot be read. */
export function parseFormula(text) {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const tree = takeSum(tokens);
  return tokens.length === 0 ? tree : null;
}

function tokensOf(text) {
  const pattern = new RegExp(TOKEN);
  const tokens = [];
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) return null;
    tokens.push({ number: match[1], name: match[2], sign: match[3] });
  }
  return tokens;
}

function takeSum(tokens) {
  return takeChain(tokens, ["+", "-"], takeProduct);
}

function takeProduct(tokens) {
  return takeChain(tokens, ["*", "/"], takeFactor);
}

function takeChain(tokens, signs, takePart) {
  let left = takePart(tokens);
  while (left && signs.includes(tokens[0]?.sign)) {
    const { sign } = tokens.shift();
    const right = takePart(tokens);
    left = right && { sign, left, right };
  }
  return left;
}

function takeFactor(tokens) {
  const token = tokens.shift();
  if (token?.number) return { number: Number(token.number) };
  if (token?.name) return { name: token.name };
  if (token?.sign === "-") return negative(takeFactor(tokens));
  if (token?.sign !== "(") return null;
  const inner = takeSum(tokens);
  return tokens.shift()?.sign === ")" ? inner : null;
}

function negative(tree) {
  return tree && { sign: "-", left: { number: 0 }, right: tree };
}

/**
 * Every value the formula can have: "3.540" is two numbers, and either may be meant. `numbers` are those a
 * name stands for; names without any are `missing`, and then there is no value.
 */
export function compute(text, numbers) {
  const tree = parseFormula(text);
  if (tree === null) return { values: [], missing: [] };
  const missing = namesIn(tree).filter((name) => !numbers[name]?.length);
  const values = missing.length > 0 ? [] : valuesOf(tree, numbers).filter(Number.isFinite);
  return { values, missing };
}

/** The names a formula needs, each once. */
export function namesOf(text) {
  const tree = parseFormula(text);
  return tree === null ? [] : namesIn(tree);
}

function namesIn(tree) {
  if (tree.sign) return [...new Set([...namesIn(tree.left), ...namesIn(tree.right)])];
  return tree.name === undefined ? [] : [tree.name];
}

function valuesOf(tree, numbers) {
  if (tree.number !== undefined) return [tree.number];
  if (tree.name !== undefined) return numbers[tree.name];
  const rights = valuesOf(tree.right, numbers);
  const pairs = valuesOf(tree.left, numbers).flatMap((left) => rights.map((right) => [left, right]));
  return [...new Set(pairs.map(([left, right]) => OPERATIONS[tree.sign](left, right)))];
}
