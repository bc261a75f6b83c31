import { mount } from "./mount.js";
import { testFields } from "./test/fields.js";
import { renderTest } from "./test/test.js";

mount({ "course-test": { render: renderTest, fields: testFields } });
