package server

import (
	"net/http"
	"reflect"
	"strings"
)

// describe is the API as OpenAPI, made from the table that also routes: it
// cannot say anything else than what is served.
func (s *Server) describe(w http.ResponseWriter, _ *http.Request, _ visitor) error {
	return answer(w, openAPI(s.table, s.o.Build))
}

type object = map[string]any

func openAPI(table []route, build string) object {
	paths, shapes := object{}, object{}
	refused := object{"description": "no, with a text key", "content": jsonOf(schema(shape[refusalBody](), shapes))}
	for _, rt := range table {
		if rt.path == "/*" {
			continue
		}
		does := object{"summary": rt.says, "x-who": rt.who.String(),
			"responses": object{"default": refused, "200": object{"description": rt.says}}}
		if strings.HasSuffix(rt.path, "/ws") {
			does["responses"] = object{"default": refused, "101": object{"description": rt.says}}
		}
		if rt.out != nil {
			does["responses"].(object)["200"].(object)["content"] = jsonOf(schema(rt.out, shapes))
		}
		if rt.in != nil {
			does["requestBody"] = object{"required": true, "content": jsonOf(schema(rt.in, shapes))}
		}
		if ps := parameters(rt); len(ps) > 0 {
			does["parameters"] = ps
		}
		if rt.who.surfaces != nil {
			does["security"] = []object{{"seat": []string{}}}
		}
		if rt.who.operator {
			does["security"] = []object{{"org": []string{}}}
		}
		at, ok := paths[rt.path].(object)
		if !ok {
			at = object{}
			paths[rt.path] = at
		}
		at[strings.ToLower(rt.method)] = does
	}
	return object{
		"openapi": "3.1.0",
		"info":    object{"title": "dugnad", "version": build},
		"paths":   paths,
		"components": object{"schemas": shapes, "securitySchemes": object{
			"seat": object{"type": "apiKey", "in": "cookie", "name": "d_{surface}_{room}"},
			"org":  object{"type": "apiKey", "in": "cookie", "name": "d_org"}}},
	}
}

func jsonOf(schema object) object { return object{"application/json": object{"schema": schema}} }

func parameters(rt route) []object {
	var ps []object
	for _, part := range strings.Split(rt.path, "/") {
		if name, ok := strings.CutPrefix(part, "{"); ok {
			ps = append(ps, object{"name": strings.TrimSuffix(name, "}"), "in": "path", "required": true, "schema": object{"type": "string"}})
		}
	}
	if len(rt.who.surfaces) > 1 {
		ps = append(ps, object{"name": "surface", "in": "query", "schema": object{"type": "string", "enum": rt.who.surfaces}})
	}
	return ps
}

// schema describes a Go type as its JSON. Structs are described once, by name.
func schema(t reflect.Type, shapes object) object {
	switch t.Kind() {
	case reflect.Pointer:
		return object{"anyOf": []object{schema(t.Elem(), shapes), {"type": "null"}}}
	case reflect.Slice:
		return object{"type": "array", "items": schema(t.Elem(), shapes)}
	case reflect.Map: // by a word or an id
		return object{"type": "object", "additionalProperties": schema(t.Elem(), shapes)}
	case reflect.String:
		return object{"type": "string"}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return object{"type": "integer"}
	}
	name := t.Name()
	if _, ok := shapes[name]; !ok {
		fields := object{}
		shapes[name] = object{"type": "object", "properties": fields}
		for i := range t.NumField() {
			tag, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			fields[tag] = schema(t.Field(i).Type, shapes)
		}
	}
	return object{"$ref": "#/components/schemas/" + name}
}
