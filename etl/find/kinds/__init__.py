"""What words say of the kind of an activity, for where and beside what they stand."""
