/** The namespace of the XML part in which a Word file carries the answers. */
export const ANSWERS_XMLNS = "urn:coursekit:answers";
