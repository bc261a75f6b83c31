import { myCourseFields } from "./fields.js";
import { mount } from "./mount.js";
import { renderMyCourse } from "./my-course.js";

mount({ "my-course": { render: renderMyCourse, fields: myCourseFields } });
