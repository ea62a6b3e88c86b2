package report

import "encoding/json"

// JSON is the record itself, exactly what the sum is of.
func JSON(rec Record) ([]byte, error) { return json.Marshal(rec) }
