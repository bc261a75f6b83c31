import { renderTest } from "./test/test.js";

export default { render: renderTest };
