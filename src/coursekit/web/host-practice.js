import { mount } from "./mount.js";
import { practiceFields } from "./practice/fields.js";
import { renderPractice } from "./practice/practice.js";

mount({ practice: { render: renderPractice, fields: practiceFields } });
