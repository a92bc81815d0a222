//! A text of values, as serde names them.
use super::{Wrong, quoted::quoted};
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

type Written = Result<(), Wrong>;

/// Where the text comes.
pub(super) struct Writer<'t>(&'t mut String);

impl<'t> Writer<'t> {
    /// Goes on behind this text.
    pub fn of(text: &'t mut String) -> Self {
        Self(text)
    }

    fn word(self, word: &str) -> Written {
        self.0.push_str(word);
        Ok(())
    }

    fn begin(self, begin: char, end: &'static str) -> Result<Inside<'t>, Wrong> {
        self.0.push(begin);
        Ok(Inside { text: self.0, first: true, end })
    }

    /// A choice with something in it: `{"name": …}`.
    fn variant(self, name: &str) -> Self {
        self.0.push('{');
        quoted(self.0, name);
        self.0.push(':');
        self
    }
}

/// The inside of an array or object.
pub(super) struct Inside<'t> {
    text: &'t mut String,
    first: bool,
    end: &'static str,
}

impl Inside<'_> {
    fn comma(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.text.push(',');
        }
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.comma();
        value.serialize(Writer::of(self.text))
    }

    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Written {
        self.comma();
        quoted(self.text, name);
        self.text.push(':');
        value.serialize(Writer::of(self.text))
    }

    fn ended(self) -> Written {
        self.text.push_str(self.end);
        Ok(())
    }
}

macro_rules! numbers {
    ($($name:ident $size:ty)*) => {
        $(fn $name(self, number: $size) -> Written {
            self.word(&number.to_string())
        })*
    };
}

macro_rules! never {
    ($($name:ident $what:ty)*) => {
        $(fn $name(self, _: $what) -> Written {
            Err(Wrong)
        })*
    };
}

impl<'t> Serializer for Writer<'t> {
    type Ok = ();
    type Error = Wrong;
    type SerializeSeq = Inside<'t>;
    type SerializeTuple = Inside<'t>;
    type SerializeTupleStruct = Inside<'t>;
    type SerializeTupleVariant = Inside<'t>;
    type SerializeMap = Inside<'t>;
    type SerializeStruct = Inside<'t>;
    type SerializeStructVariant = Inside<'t>;

    numbers!(serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64);
    numbers!(serialize_u8 u8 serialize_u16 u16 serialize_u32 u32 serialize_u64 u64);
    never!(serialize_f32 f32 serialize_f64 f64 serialize_bytes &[u8]);

    fn serialize_bool(self, yes: bool) -> Written {
        self.word(if yes { "true" } else { "false" })
    }

    fn serialize_char(self, sign: char) -> Written {
        self.serialize_str(sign.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Written {
        quoted(self.0, text);
        Ok(())
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.word("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Written {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Written {
        let Self(text) = self.variant(name);
        value.serialize(Writer::of(text))?;
        Writer(text).word("}")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Inside<'t>, Wrong> {
        self.begin('[', "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Inside<'t>, Wrong> {
        self.begin('[', "]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Inside<'t>, Wrong> {
        self.begin('[', "]")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Inside<'t>, Wrong> {
        self.variant(name).begin('[', "]}")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Inside<'t>, Wrong> {
        self.begin('{', "}")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Inside<'t>, Wrong> {
        self.begin('{', "}")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Inside<'t>, Wrong> {
        self.variant(name).begin('{', "}}")
    }
}

macro_rules! lists {
    ($($kind:ident $put:ident)*) => {
        $(impl $kind for Inside<'_> {
            type Ok = ();
            type Error = Wrong;

            fn $put<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
                self.element(value)
            }

            fn end(self) -> Written {
                self.ended()
            }
        })*
    };
}

macro_rules! structs {
    ($($kind:ident)*) => {
        $(impl $kind for Inside<'_> {
            type Ok = ();
            type Error = Wrong;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
                self.member(name, value)
            }

            fn end(self) -> Written {
                self.ended()
            }
        })*
    };
}

lists!(SerializeSeq serialize_element SerializeTuple serialize_element);
lists!(SerializeTupleStruct serialize_field SerializeTupleVariant serialize_field);
structs!(SerializeStruct SerializeStructVariant);

impl SerializeMap for Inside<'_> {
    type Ok = ();
    type Error = Wrong;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.comma();
        let begin = self.text.len();
        key.serialize(Writer::of(self.text))?;
        if self.text.as_bytes().get(begin) == Some(&b'"') { Ok(()) } else { Err(Wrong) }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.text.push(':');
        value.serialize(Writer::of(self.text))
    }

    fn end(self) -> Written {
        self.ended()
    }
}
