# words
[when]a customer=Customer()
#/ debug result
