//! Drives the real window of Docket 552a, as a person does: by what is on the screen, never by the inside.
