-- What was seen of a spot's clip when it was drafted, as JSON: faces, poor stretches, why the part was chosen.
ALTER TABLE spots ADD COLUMN seen TEXT;
