# words
[when]a customer=Customer()
[when](a+)+b=Customer()
