//! What stands in an array or object that is being written.
use super::{
    Wrong,
    write::{Writer, Written, quoted},
};
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

/// The inside of an array or object.
pub(super) struct Inside<'t> {
    text: &'t mut String,
    first: bool,
    end: &'static str,
}

impl<'t> Inside<'t> {
    /// Goes on behind this text, and ends with the other.
    pub fn of(text: &'t mut String, end: &'static str) -> Self {
        Self { text, first: true, end }
    }

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
