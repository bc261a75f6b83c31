import { mount } from "./mount.js";
import { renderVerify } from "./verify.js";

mount({ verify: { render: renderVerify, fields: () => ({}) } });
